"""Which texts of a folder are accounts of one conversation: by name, by dateline, and by whom they speak of."""
