namespace IoSpec.Contracts.Dirty;

/// <summary>What a device writes while its machine is migrated.</summary>
/// <param name="Writer">The device.</param>
/// <param name="At">The first address.</param>
/// <param name="Length">How many bytes.</param>
public sealed record MeanwhileWrite(WriterId Writer, Iova At, ByteCount Length);
