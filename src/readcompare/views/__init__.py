"""How a comparison reads: decided once, laid out by every face."""
