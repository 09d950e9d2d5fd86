using IoSpec.Contracts.Host;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Host;

/// <summary>One of the block stores of a guest, as the area <c>zpci</c> has it.</summary>
public static class Block
{
    /// <summary>The block store.</summary>
    /// <param name="send">All of them.</param>
    /// <param name="index">Which, from 0.</param>
    /// <returns>The operation of the area <c>zpci</c>.</returns>
    public static ZpciOperation.BlockStore Of(HostOperation.Send send, int index)
    {
        var skipped = (ulong)index * send.Length.Value;
        return new ZpciOperation.BlockStore(
            HandleChoice.Current, 0, send.At.Plus(skipped), send.Data.Plus(skipped), send.Length, IsMio: false);
    }
}
