"""What a letter looks like: its words in several languages, and the message made from them."""
