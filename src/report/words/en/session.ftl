# A session: what was changed, asked and refused.
