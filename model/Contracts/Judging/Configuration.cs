namespace IoSpec.Contracts;

/// <summary>What stays the same for a whole case: topology, traits, limits. One closed union per area.</summary>
public abstract record Configuration;
