using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>What a stream table entry makes of a request: terminated, bypassed, one stage, or both.</summary>
/// <remarks>Source: SMMUv3 5.2; 7.3.22, priorities.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class StreamWalk(SmmuRules rules)
{
    private readonly ContextWalk _context = new(rules);
    private readonly StageTwo _second = new(rules);

    public WalkResult Of(
        SmmuUnit unit, in WalkRequest request, ReadOnlySpan<Word> words, EntryUse use, IEntries entries)
    {
        // 1. Valid; terminated without an event; ILLEGAL.
        var entry = new StreamEntry(words);
        if (!entry.V) return SmmuFault.OfConfiguration(WalkCause.NotConfigured, SmmuCode.BadStream);
        if (entry.Aborts)
        {
            return WalkResult.Of(
                new WalkFault(WalkCause.KindNotAdmitted, [SmmuCode.BadStream, SmmuCode.StreamDisabled], Logging.Never));
        }

        if (rules.IsStreamBroken(unit, entry) || (StreamLaw.IsOpen(unit, entry) && entries.IsTaken()))
            return SmmuFault.OfConfiguration(WalkCause.BadConfiguration, SmmuCode.BadStream);
        var (width, isOut) = StreamLaw.WidthOf(unit, entry);
        if (entry.HasStage2 && isOut && entries.IsTaken())
            return SmmuFault.OfConfiguration(WalkCause.BadConfiguration, SmmuCode.BadStream);

        // 2. What requests are taken to be.
        var overridden = Override(unit, entry, request);
        StageTwo.Tables? outer = entry.HasStage2 ? SecondTables(unit, entry, width) : null;

        // 3. Substreams, then the context descriptor and stage 1.
        var bits = unit.SubstreamBits == 0 ? 0 : entry.S1CDMax;
        if (request.Pasid is { } substream)
        {
            if (!entry.HasStage1 || bits == 0)
                return SmmuFault.OfConfiguration(WalkCause.KindNotAdmitted, SmmuCode.BadSubstreamId);
            if (!rules.IsSubstreamWithin(substream, bits))
                return SmmuFault.OfConfiguration(WalkCause.IdTooWide, SmmuCode.BadSubstreamId);
            if (substream.Value == 0 && entry.S1DSS == 2)
                return SmmuFault.OfConfiguration(WalkCause.KindNotAdmitted, SmmuCode.StreamDisabled);
            return _context.Of(unit, overridden, entry, bits, outer, use, entries);
        }

        var bypasses = !entry.HasStage1 || (bits > 0 && entry.S1DSS == 1);
        if (bypasses) return Bypass(unit, overridden, outer, entries);
        if (bits > 0 && entry.S1DSS != 2)
            return SmmuFault.OfConfiguration(WalkCause.KindNotAdmitted, SmmuCode.StreamDisabled);
        return _context.Of(unit, overridden, entry, bits, outer, use, entries);
    }

    // 4. Past stage 1: the address has to be one of the output, or of stage 2.
    private WalkResult Bypass(
        SmmuUnit unit, in WalkRequest request, StageTwo.Tables? outer, IEntries entries)
    {
        var bits = outer is null ? unit.OutputBits : unit.IntermediateBits;
        if (!rules.IsOutputWithin(new Gpa(request.At.Value), bits))
            return SmmuFault.OfStage1(WalkCause.BadOutput, SmmuCode.AddressSize, isRecorded: true);
        return outer is { } under
            ? _second.Of(unit, request, under, entries)
            : WalkResult.To(new Gpa(request.At.Value));
    }

    // PRIVCFG; INSTCFG for reads.
    private static WalkRequest Override(SmmuUnit unit, StreamEntry entry, in WalkRequest request)
    {
        if (!unit.OverridesRights) return request;
        var privileged = entry.PRIVCFG switch
        {
            2 => false,
            3 => true,
            _ => request.Privileged,
        };
        var kind = (entry.INSTCFG, request.Kind) switch
        {
            (2, DmaKind.Execute) => DmaKind.Read,
            (3, DmaKind.Read) => DmaKind.Execute,
            _ => request.Kind,
        };
        return request with { Privileged = privileged, Kind = kind };
    }

    private StageTwo.Tables SecondTables(SmmuUnit unit, StreamEntry entry, int width)
    {
        var shape = entry.Shape(width);
        if (entry.Granule == 12 && entry.S2SL0 == 3) shape = shape with { Start = 1 };
        var size = unit.OutputBitsOf(entry.S2PS);
        if (entry.Granule != 16) size = Math.Min(size, 48);
        return new StageTwo.Tables(
            shape, shape.Top(entry.S2TTB, size), size, entry.TagOf(unit), null, SmmuClass.Input,
            AccessFaults: !entry.S2AFFD, entry.S2HA, entry.S2HA && entry.S2HD, entry.S2PTW && entry.Config == 7,
            rules.IsRecorded(entry));
    }
}
