"""What Academy signs, checked by libraries that other people made."""
