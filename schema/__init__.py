"""What content is: every noun with its tables, its rules and its GraphQL face.

Importing a service must not load GraphQL, so this file imports nothing.
"""
