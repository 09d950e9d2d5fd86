namespace IoSpec.Contracts.Walk;

/// <summary>The fault codes and the commands of all formats.</summary>
/// <remarks>
/// Left out is what no request can be made to bring about: broken memory (RISC-V 268, 272, 273), and a check that texts
/// describe differently (VT-d 0x20, 0x30).
/// </remarks>
internal static class FormatCoverpointCatalogue
{
    /// <summary>AMD-Vi.</summary>
    public static FormatCoverpoints Amdvi(CoverTable table) => new(
        table,
        "amdvi",
        [
            1, 2, 3, 4, 8,
        ],
        [
            "Device", "Host", "Guest", "Everything",
        ]);

    /// <summary>VT-d.</summary>
    public static FormatCoverpoints Vtd(CoverTable table) => new(
        table,
        "vtd",
        [
            0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7, 0x8, 0x9, 0xa, 0xb, 0xc, 0xd, 0xe, 0x21, 0x22, 0x23, 0x24,
            0x25, 0x26, 0x31, 0x38, 0x39, 0x3a, 0x40, 0x41, 0x42, 0x44, 0x45, 0x46, 0x48, 0x50, 0x51,
            0x52, 0x58, 0x59, 0x5a, 0x5b, 0x5c, 0x5d, 0x70, 0x71, 0x72, 0x73, 0x78, 0x79, 0x7a, 0x7b, 0x80, 0x81,
            0x82, 0x84, 0x85, 0x86, 0x87,
        ],
        [
            "AllContexts", "ContextsOfDomain", "ContextsOfRequester", "AllTranslations", "TranslationsOfDomain",
            "TranslationsOfPages", "TranslationsOfPasid", "InterruptEntries", "PasidEntries",
        ]);

    /// <summary>SMMUv3.</summary>
    public static FormatCoverpoints Smmuv3(CoverTable table) => new(
        table,
        "smmuv3",
        [
            0x02, 0x03, 0x04, 0x06, 0x08, 0x09, 0x0a, 0x0b, 0x10, 0x11, 0x12, 0x13,
        ],
        [
            "Streams", "Contexts", "Everything", "Machine", "First", "Second",
        ]);

    /// <summary>RISC-V.</summary>
    public static FormatCoverpoints Riscv(CoverTable table) => new(
        table,
        "riscv",
        [
            1, 5, 7, 12, 13, 15, 20, 21, 23, 256, 257, 258, 259, 260, 261, 262, 263, 265, 266, 267,
        ],
        [
            "First", "Second", "Devices", "OneProcess",
        ]);

    /// <summary>zPCI.</summary>
    public static FormatCoverpoints Zpci(CoverTable table) => new(
        table,
        "zpci",
        [
            1, 2, 4, 7, 8, 9,
        ],
        [
            "Function", "Pages",
        ]);

    /// <summary>Windows of pseries: no fault has a code.</summary>
    public static FormatCoverpoints Tce(CoverTable table) => new(
        table,
        "tce",
        [],
        [
            "Stores",
        ]);

    /// <summary>The virtio IOMMU: a command is a request, and what about it decides its answer.</summary>
    public static FormatCoverpoints Viommu(CoverTable table) => new(
        table,
        "viommu",
        [
            1, 2,
        ],
        [
            "attach", "attach-moves", "attach-joins", "attach-bypass-differs", "attach-domain-range", "attach-endpoint",
            "attach-flags", "attach-reserved", "detach", "detach-elsewhere", "detach-endpoint", "detach-reserved",
            "map", "map-alignment", "map-bypass", "map-domain", "map-flags", "map-input-range", "map-overlap",
            "map-region", "map-rights", "unmap", "unmap-nothing", "unmap-bypass", "unmap-domain", "unmap-reserved",
            "unmap-split", "probe", "probe-endpoint", "probe-missing", "probe-reserved", "probe-room", "head",
            "head-reserved", "short", "room", "type",
        ]);
}
