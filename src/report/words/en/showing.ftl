# Packages side by side, reasons, and the table itself.
