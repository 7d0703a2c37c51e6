"""The world outside: where files lie, what strangers' pictures are, what is fetched from elsewhere."""
