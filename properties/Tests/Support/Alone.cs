using Xunit;

namespace IoSpec.Tests.Support;

/// <summary>Tests beside which no other test runs: they measure what the whole process does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    /// <summary>The collection.</summary>
    public const string Name = "alone";
}
