# De zone, de matrix en ruil.
