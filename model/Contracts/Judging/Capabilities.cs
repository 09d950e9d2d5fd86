namespace IoSpec.Contracts;

/// <summary>What a target says it can do in one area; one record per area derives from it.</summary>
public abstract record Capabilities;
