using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;

namespace IoSpec.Invariants.Host;

/// <summary>No leaked physical addresses: a guest sees only those that the table of spaces allows.</summary>
/// <remarks>
/// The spaces of a host are pools of sentinels: an address of one of them is proof, unless it was an input before.
/// </remarks>
public sealed class NoLeakedAddresses : Invariant
{
    private readonly HashSet<ulong> _inputs = [];

    /// <inheritdoc/>
    public override void Step(Operation operation, Observation seen, ref Verdicts verdicts)
    {
        switch (operation)
        {
            case HostOperation.Dma dma:
                for (var page = dma.At.PageStart(); page.Value < dma.At.Value + dma.Length.Value;
                    page = page.Plus(Page.Bytes)) NoteInput(page);
                break;
            case HostOperation.Look look: NoteInput(look.At.PageStart()); break;
            case HostOperation.Post post:
                NoteInput(post.At.PageStart());
                NoteInput(post.At.PageStart().Plus(Page.Bytes));
                break;
            default: break;
        }

        if (seen is HostObservation.Faults faults)
        {
            foreach (var record in faults.Records.AsSpan())
                Check(Channel.FaultRecord, record.Page, HostRequirements.Leak01, ref verdicts);
        }
        else if (seen is HostObservation.Driven { Seen: VirtioObservation.Ran ran })
        {
            foreach (var page in ran.Faults ?? [])
                Check(Channel.FaultRecord, page, HostRequirements.Leak01, ref verdicts);
        }
        else if (seen is HostObservation.Layered { Seen: DmaObservation.Mapped mapped })
        {
            Check(Channel.Descriptor, mapped.At, HostRequirements.Leak03, ref verdicts);
        }
        else if (seen is HostObservation.Buffer { At: { } at })
        {
            Check(Channel.Descriptor, at, HostRequirements.Leak02, ref verdicts);
        }
    }

    private void Check(Channel channel, Iova seen, Requirement requirement, ref Verdicts verdicts)
    {
        verdicts.Met(requirement);
        var level = HostLayout.IsHostPhysical(seen.Value) ? 0 : HostLayout.IsGuestPhysical(seen.Value) ? 1 : -1;
        if (level < 0 || _inputs.Contains(seen.PageStart().Value)) return;
        if (AllowedSpaces.Permits(Observer.GuestDriver, channel, AddressKind.Physical, level)) return;
        verdicts.Violate(
            requirement, "address", Deviation.Foreign, "an address that was asked for",
            level == 0 ? $"{seen} of the host" : $"{seen}, physical in the guest");
    }

    // Only an input inside a pool could be mistaken for a leak later.
    private void NoteInput(Iova page)
    {
        if (HostLayout.IsHostPhysical(page.Value) || HostLayout.IsGuestPhysical(page.Value)) _inputs.Add(page.Value);
    }
}
