"""Place: names and spots of the text as points on the rolled-out skin of a body."""
