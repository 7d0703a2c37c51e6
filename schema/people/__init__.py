"""A person is someone who is named; an appointment says which office they held, in which mission, from when to when.

A person need not have an account. It leans on missions.
"""
