"""Reading: a GraphQL selection becomes one SQL statement, and its answer the bytes that go out."""
