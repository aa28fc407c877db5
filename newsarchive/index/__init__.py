"""What makes searching fast; every part can be rebuilt from the store."""
