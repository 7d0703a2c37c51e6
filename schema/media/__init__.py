"""A photo is an uploaded picture with its credit, licence and focal point.

Its use in a post, with a caption, is a placement (`schema/posts`). It leans on missions.
"""
