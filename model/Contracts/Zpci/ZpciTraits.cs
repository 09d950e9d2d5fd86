namespace IoSpec.Contracts.Zpci;

/// <summary>What a function, its host and its guest are, each apart from the others.</summary>
/// <param name="Relaxed">Whether the function takes block stores of any alignment and length.</param>
/// <param name="IsIsm">Whether it is an ISM device.</param>
/// <param name="HasMsix">Whether it has an MSI-X table.</param>
/// <param name="DeviceMio">Whether the device takes instructions by mapped address.</param>
/// <param name="HostMio">Whether the host has these instructions.</param>
/// <param name="GuestMio">Whether the guest sees them.</param>
/// <param name="Surfaced">Whether the guest is told of the relaxed alignment.</param>
/// <param name="Honoured">Whether the guest's kernel makes use of that.</param>
/// <param name="OnlyBar2">Whether BAR 2 alone may be stored to as one likes: other registers do things.</param>
/// <param name="MostStored">The longest block store: a multiple of 8, from 16 to 4096 bytes.</param>
/// <param name="BarSize">How large each BAR is: a power of two, at least 16.</param>
/// <param name="ConfigurationSize">How large its configuration space is: 256 or 4096.</param>
/// <param name="FirstDma">The first address for which it can be given tables, whole pages.</param>
/// <param name="LastDma">The last one, at least 32 GiB further.</param>
/// <param name="Vectors">How many vectors it has that send messages, from 1 to 64.</param>
public sealed record ZpciTraits(
    bool Relaxed,
    bool IsIsm,
    bool HasMsix,
    bool DeviceMio,
    bool HostMio,
    bool GuestMio,
    bool Surfaced,
    bool Honoured,
    bool OnlyBar2,
    ByteCount MostStored,
    ByteCount BarSize,
    ByteCount ConfigurationSize,
    Iova FirstDma,
    Iova LastDma,
    int Vectors = 64);
