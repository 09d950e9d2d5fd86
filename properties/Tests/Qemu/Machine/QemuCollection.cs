using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>Tests that start machines run one after another: each takes a core of its own.</summary>
[CollectionDefinition(Name)]
public static class QemuCollection
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "QEMU";
}
