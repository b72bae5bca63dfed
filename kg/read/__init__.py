"""The read stage: PDF and plain text to a Document; ``kg.read.read.read`` is the way in."""
