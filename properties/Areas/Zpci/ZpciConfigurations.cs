using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Areas.Zpci;

/// <summary>Configurations of the area <c>zpci</c>: every axis apart from the others.</summary>
public static class ZpciConfigurations
{
    /// <summary>The configurations for a target.</summary>
    /// <param name="own">What the target is; null if it can be anything.</param>
    /// <returns>The generator.</returns>
    public static Gen<ZpciConfiguration> For(ZpciCapabilities? own) =>
        own is null ? Anything : Gen.Constant(new ZpciConfiguration(own.Traits));

    private static Gen<bool> Flag { get; } = Gen.Elements(false, true);

    private static Gen<bool> Mostly { get; } = Gen.Elements(true, true, true, false);

    private static Gen<ZpciConfiguration> Anything { get; } =
        from relaxed in Mostly
        from ism in Flag
        from msix in Flag
        from deviceMio in Flag
        from hostMio in Flag
        from guestMio in Flag
        from surfaced in Mostly
        from honoured in Mostly
        from most in Gen.Elements(128ul, 4096ul, 4096ul)
        from size in Gen.Elements(512ul, 1ul << 14, 1ul << 48, 1ul << 48)
        from only in Gen.Elements(false, false, false, true)
        from space in Gen.Elements(256ul, 4096ul)
        from vectors in Gen.Elements(1, 8, 64, 64)
        from first in Gen.Elements(1ul << 32, 1ul << 40)
        select new ZpciConfiguration(new ZpciTraits(
            relaxed, ism, msix, deviceMio, hostMio, guestMio, surfaced, honoured, only && !ism, new ByteCount(most),
            new ByteCount(ism ? 1ul << 48 : size), new ByteCount(space), new Iova(first), new Iova((first << 8) - 1),
            vectors));
}
