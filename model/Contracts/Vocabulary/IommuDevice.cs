namespace IoSpec.Contracts;

/// <summary>A requester and what the harness can make it do.</summary>
/// <param name="Requester">Its id on the bus.</param>
/// <param name="Kinds">The kinds of access it can make.</param>
/// <param name="Granule">Lengths are multiples of this, in bytes.</param>
/// <param name="Alignment">Addresses are multiples of this, in bytes.</param>
/// <param name="Longest">The longest access, in bytes.</param>
/// <param name="CrossesPages">Whether one access may cross a page boundary.</param>
/// <param name="ShowsReads">Whether the harness sees the bytes that a read returned.</param>
/// <param name="NeedsDomain">Whether it works only while it is attached, because its own rings are translated.</param>
public sealed record IommuDevice(
    RequesterId Requester,
    DmaKinds Kinds,
    ByteCount Granule,
    ByteCount Alignment,
    ByteCount Longest,
    bool CrossesPages,
    bool ShowsReads,
    bool NeedsDomain);
