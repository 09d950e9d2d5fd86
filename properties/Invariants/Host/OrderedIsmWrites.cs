using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Zpci;
using IoSpec.Engine;

namespace IoSpec.Invariants.Host;

/// <summary>Ordered ISM writes: blocks reach a function in the order in which its guest wrote them.</summary>
public sealed class OrderedIsmWrites : Invariant
{
    /// <inheritdoc/>
    public override void Step(Operation operation, Observation seen, ref Verdicts verdicts)
    {
        if (operation is not HostOperation.Send send || seen is not HostObservation.Sent sent) return;
        verdicts.Met(HostRequirements.Ism02);
        var next = 0;
        for (var i = 0; i < sent.Ends.Count; i++)
        {
            foreach (var access in sent.Ends[i].Log.AsSpan())
            {
                var block = BlockOf(send, access);
                if (block < 0 || block < next)
                {
                    verdicts.Violate(
                        HostRequirements.Ism02, "order", block < 0 ? Deviation.Stale : Deviation.WrongValue,
                        "the next block of these", $"{access}");
                    return;
                }

                next = block;
            }
        }
    }

    private static int BlockOf(HostOperation.Send send, Transaction access)
    {
        if (access.At.CompareTo(send.At) < 0) return -1;
        var block = (access.At.Value - send.At.Value) / send.Length.Value;
        return block < (ulong)send.Blocks ? (int)block : -1;
    }
}
