namespace IoSpec.Contracts.Walk;

/// <summary>Situations that cases of the area <c>walk</c> are expected to reach.</summary>
public static class WalkCoverpoints
{
    private static readonly Coverpoint[] Causes;
    private static readonly Coverpoint[] Messages;

    private static readonly WalkCause[] Blocking =
    [
        WalkCause.KindNotAdmitted, WalkCause.IdTooWide, WalkCause.NotPresent, WalkCause.NoRight, WalkCause.ReservedBit,
        WalkCause.Unreadable,
    ];

    static WalkCoverpoints()
    {
        Reaches = Table.Declare("dma/reaches");
        Either = Table.Declare("dma/reaches-or-faults");
        Versions = Table.Declare("dma/several-addresses");
        Causes = [.. Enum.GetValues<WalkCause>().Select(
            cause => Table.Declare($"fault/{char.ToLowerInvariant(cause.ToString()[0])}{cause.ToString()[1..]}"))];
        Messages = [.. Blocking.Select(
            cause => Table.Declare($"message/{char.ToLowerInvariant(cause.ToString()[0])}{cause.ToString()[1..]}"))];
        Amdvi = FormatCoverpointCatalogue.Amdvi(Table);
        Vtd = FormatCoverpointCatalogue.Vtd(Table);
        Smmuv3 = FormatCoverpointCatalogue.Smmuv3(Table);
        Riscv = FormatCoverpointCatalogue.Riscv(Table);
        Zpci = FormatCoverpointCatalogue.Zpci(Table);
        Tce = FormatCoverpointCatalogue.Tce(Table);
        Viommu = FormatCoverpointCatalogue.Viommu(Table);
    }

    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    /// <summary>An access that had to reach memory.</summary>
    public static Coverpoint Reaches { get; }

    /// <summary>An access that could reach memory or fault.</summary>
    public static Coverpoint Either { get; }

    /// <summary>An access that could reach one of several addresses.</summary>
    public static Coverpoint Versions { get; }

    /// <summary>An access that had to fault for a cause.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Of(WalkCause cause) => Causes[(int)cause];

    /// <summary>A message that had to be blocked for a cause; null if no message is blocked for it.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint? OfMessage(WalkCause cause) =>
        Array.IndexOf(Blocking, cause) is >= 0 and var index ? Messages[index] : null;

    /// <summary>The codes and commands of AMD-Vi.</summary>
    public static FormatCoverpoints Amdvi { get; }

    /// <summary>The codes and commands of VT-d.</summary>
    public static FormatCoverpoints Vtd { get; }

    /// <summary>The codes and commands of SMMUv3.</summary>
    public static FormatCoverpoints Smmuv3 { get; }

    /// <summary>The codes and commands of the RISC-V IOMMU.</summary>
    public static FormatCoverpoints Riscv { get; }

    /// <summary>The codes and commands of zPCI.</summary>
    public static FormatCoverpoints Zpci { get; }

    /// <summary>The calls for entries of windows of pseries.</summary>
    public static FormatCoverpoints Tce { get; }

    /// <summary>The reasons of faults and the requests of the virtio IOMMU.</summary>
    public static FormatCoverpoints Viommu { get; }

    /// <summary>The codes and commands of a format.</summary>
    /// <param name="unit">A unit of the format.</param>
    /// <returns>The coverpoints.</returns>
    public static FormatCoverpoints Of(WalkUnit unit) => unit switch
    {
        WalkUnit.Amdvi => Amdvi,
        WalkUnit.Vtd => Vtd,
        WalkUnit.Smmuv3 => Smmuv3,
        WalkUnit.Riscv => Riscv,
        WalkUnit.Zpci => Zpci,
        WalkUnit.Tce => Tce,
        WalkUnit.Viommu => Viommu,
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };
}
