namespace IoSpec.Tests.Architecture;

/// <summary>The rooms of the repository: what each refers to, and whose namespaces its sources may name.</summary>
internal static class Rooms
{
    /// <summary>The folders right below the four at the top, whether they are there yet or not.</summary>
    public static readonly string[] Folders =
    [
        "fixtures/Core", "fixtures/Exec", "fixtures/Interop", "fixtures/Mutants", "fixtures/Native", "fixtures/Peers",
        "fixtures/Qemu", "fixtures/Targets", "fixtures/VfioUser", "fixtures/VhostUser", "fixtures/harnesses",
        "fixtures/scenarios",
        "model/Contracts", "model/Reference",
        "properties/Areas", "properties/Benchmarks", "properties/Engine", "properties/Invariants", "properties/Suite",
        "properties/TestLogger", "properties/Tests",
        "reports/Html", "reports/Tool",
    ];

    /// <summary>The areas' folders, in every room.</summary>
    public static readonly string[] Areas =
        ["Iommu", "Walk", "Dma", "Virtio", "Pasid", "Migration", "Dirty", "Zpci", "Host"];

    /// <summary>The part of a namespace that a folder stands for: its name.</summary>
    /// <remarks>The area <c>pasid</c> has more than one of them: the name itself is taken by the scalar.</remarks>
    /// <param name="folder">The folder.</param>
    /// <returns>The part.</returns>
    public static string NamespaceOf(string folder) => folder == "Pasid" ? "Pasids" : folder;

    /// <summary>The rooms in which unsafe code is allowed.</summary>
    public static readonly string[] Unsafe = ["Core", "Interop", "Native"];

    /// <summary>Every project, with the projects that it refers to itself.</summary>
    public static readonly SortedDictionary<string, string[]> References = new(StringComparer.Ordinal)
    {
        ["model/Contracts"] = [],
        ["model/Reference"] = ["Contracts"],
        ["properties/Engine"] = ["Contracts"],
        ["properties/Invariants"] = ["Engine", "Reference"],
        ["properties/Areas"] = ["Invariants"],
        ["fixtures/Core"] = ["Contracts"],
        ["fixtures/Exec"] = ["Contracts", "Interop"],
        ["fixtures/Interop"] = ["Contracts"],
        ["fixtures/Native"] = ["Contracts"],
        ["fixtures/Qemu"] = ["Contracts", "Interop", "VhostUser"],
        ["fixtures/Mutants"] = ["Contracts", "Core", "Reference"],
        ["fixtures/Peers"] = ["Contracts", "Core"],
        ["fixtures/VfioUser"] = ["Contracts", "Interop"],
        ["fixtures/VhostUser"] = ["Contracts", "Interop"],
        ["fixtures/Targets"] =
            ["Core", "Exec", "Interop", "Mutants", "Native", "Qemu", "VfioUser", "VhostUser"],
        ["properties/TestLogger"] = [],
        ["properties/Suite"] = ["Areas", "Targets", "TestLogger"],
        ["reports/Html"] = ["Areas"],
        ["reports/Tool"] = ["Areas", "Html", "Peers", "Targets"],
        ["properties/Benchmarks"] = ["Areas", "Targets"],
        ["properties/Tests"] = ["Suite", "Tool"],
    };

    /// <summary>The rooms whose namespaces a room's sources may name besides its own; of the others, any.</summary>
    public static readonly SortedDictionary<string, string[]> Namespaces = new(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Reference"] = ["Contracts"],
        ["Engine"] = ["Contracts"],
        ["Invariants"] = ["Contracts", "Engine", "Reference"],
        ["Areas"] = ["Contracts", "Engine", "Invariants", "Reference"],
        ["Core"] = ["Contracts"],
        ["Exec"] = ["Contracts", "Interop"],
        ["Interop"] = ["Contracts"],
        ["Native"] = ["Contracts"],
        ["Peers"] = ["Contracts", "Core"],
        ["Qemu"] = ["Contracts", "Interop", "VhostUser"],
        ["VfioUser"] = ["Contracts", "Interop"],
        ["VhostUser"] = ["Contracts", "Interop"],
        ["Mutants"] = ["Contracts", "Core", "Reference"],
        ["Targets"] =
            [
                "Contracts", "Core", "Exec", "Interop", "Mutants", "Native", "Qemu", "Reference", "VfioUser",
                "VhostUser",
            ],
        ["Suite"] = ["Areas", "Contracts", "Engine", "Targets"],
        ["TestLogger"] = [],
        ["Html"] = ["Areas", "Contracts", "Engine", "Reference"],
        ["Tool"] = ["Areas", "Contracts", "Engine", "Html", "Peers", "Targets"],
    };

    /// <summary>The room of a file: the name of the folder below one of the four at the top.</summary>
    /// <param name="path">The path from the root.</param>
    /// <returns>The name; null for a file outside.</returns>
    public static string? Of(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 2 && Folders.Contains($"{parts[0]}/{parts[1]}", StringComparer.Ordinal) ? parts[1] : null;
    }

    /// <summary>The area of a file: the name of the area's folder that it is in.</summary>
    /// <param name="path">The path from the root.</param>
    /// <returns>The name; null for what is not of one area.</returns>
    public static string? AreaOf(string path) =>
        path.Split('/').SkipLast(1).FirstOrDefault(part => Areas.Contains(part, StringComparer.Ordinal));
}
