# Pakketten naast elkaar, redenen, en de tafel zelf.
