# What tafel answers.
