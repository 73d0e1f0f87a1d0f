"""Frozen values: what travels through the house."""
