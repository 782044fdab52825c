// How long a way that failed is left alone.
