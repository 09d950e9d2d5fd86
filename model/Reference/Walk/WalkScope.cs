namespace IoSpec.Reference.Walk;

/// <summary>What an invalidation covers; each format has its own cases.</summary>
public abstract record WalkScope;
