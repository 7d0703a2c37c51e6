"""A comment is an answer to a post, or to another comment; a post's comments are its thread, and replies nest.

It is written without an account. It leans on posts.
"""
