"""What is printed: real files, read back."""
