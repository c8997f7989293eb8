# Een zitting: wat er is veranderd, gevraagd en geweigerd.
