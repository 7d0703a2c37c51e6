"""Telling webhooks of events, after the Standard Webhooks: what is sent, to whom, when, and when again."""
