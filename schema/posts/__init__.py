"""A post is a piece of writing, from first draft to withdrawal; never a place and never an office.

Its text is held by translations, one per language, one of them authentic. It leans on topics, media, accounts,
people and missions.
"""
