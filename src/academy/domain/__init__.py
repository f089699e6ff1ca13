"""What is true: the words and rules of a leadership academy, without database or screen."""
