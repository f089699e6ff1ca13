"""What one can do, tried as the screens and the terminal do it."""
