"""What is printed: plain data in, PDF out."""
