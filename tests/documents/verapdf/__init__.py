"""What a validator says of every kind of document."""
