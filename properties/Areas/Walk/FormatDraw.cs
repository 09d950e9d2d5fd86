using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>How tables and commands of one format are drawn.</summary>
internal abstract class FormatDraw
{
    /// <summary>Units that differ in what they can do.</summary>
    public abstract Gen<WalkUnit> Units { get; }

    /// <summary>How often the format is drawn, compared with others.</summary>
    public virtual int Weight => 3;

    /// <summary>How a unit of the format keeps faults.</summary>
    public abstract FaultReporting Faults { get; }

    /// <summary>How interrupt messages are drawn; null for a format that does not know them.</summary>
    public virtual MessageDraw? Messages => null;

    /// <summary>The next operation, for a format that has no tables; null for one that has.</summary>
    public virtual WalkOperation? Next(WalkState plan, WalkFormat format, ref Choices choices) => null;

    /// <summary>The bits of an entry that hold an address, and by how many bits the field is moved down.</summary>
    public abstract (int High, int Low, int Shift) AddressField { get; }

    /// <summary>An address that no request may reach; null for none.</summary>
    public abstract Gpa? Forbidden { get; }

    /// <summary>Requesters for a unit.</summary>
    public virtual Gen<ValueList<IommuDevice>> DevicesOf(WalkUnit unit) => WalkConfigurations.Devices;

    /// <summary>How much memory tables need.</summary>
    public virtual PageCount Tables => new(64);

    /// <summary>Bits that no defect turns: what they mean reaches beyond the one request.</summary>
    public virtual Word Kept(WalkUnit unit) => default;

    /// <summary>The word of an entry that holds an address, and the bits of the field.</summary>
    public virtual (int Index, int High, int Low) PointerOf(in TrailStep step) =>
        (0, AddressField.High, AddressField.Low);

    /// <summary>What such a field holds to point somewhere.</summary>
    public virtual ulong PointerTo(Gpa to, in TrailStep step) => to.Value >> PointerOf(step).Low;

    /// <summary>Whether a request comes to no entry of a wrong level, as far as a unit might go.</summary>
    public virtual bool HasSoundLevels(WalkState plan, in WalkRequest request) =>
        Trail.EndOf(plan, WalkFormatCatalogue.Of(plan.Configuration.Unit), request).Result.Fault is not
        {
            Cause: WalkCause.WrongLevel,
        };

    /// <summary>A register is programmed anew.</summary>
    public virtual WalkOperation Reprogram(WalkState plan, ref Choices choices)
    {
        var now = plan.Register(UnitRegister.Tables).Now;
        return new WalkOperation.Program(
            UnitRegister.Tables,
            plan.Configuration.Nothing is { } nothing && choices.OneIn(4)
                ? now.With(51, Page.Shift, nothing.Start.Value >> Page.Shift)
                : new Word(now.Value ^ (Page.Bytes << choices.Below(3))));
    }

    /// <summary>What devices can send and a harness can see, where everything is possible.</summary>
    public abstract WalkFeatures FeaturesOf(WalkUnit unit);

    /// <summary>The next register that has to be programmed before a request is translated; null if none has.</summary>
    public abstract WalkOperation? MakeReady(WalkState plan, ref Choices choices);

    /// <summary>The stores that let a requester, or a PASID of it, use tables.</summary>
    public abstract ValueList<EntryWrite> Configure(
        WalkState plan, RequesterId requester, Pasid? pasid, ref Choices choices);

    /// <summary>The stores that map an address for a request as it is configured now; empty if it is not.</summary>
    public abstract ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices);

    /// <summary>A word of an entry with another setting: one that the specification singles out.</summary>
    public abstract Word Twist(WalkState plan, in TrailStep step, int index, ref Choices choices);

    /// <summary>Commands that, one after the other, end everything that is cached.</summary>
    public abstract ReadOnlySpan<ValueList<Word>> Flush(WalkState plan);

    /// <summary>Commands that, one after the other, end all that is cached for a request.</summary>
    public virtual ReadOnlySpan<ValueList<Word>> Flush(WalkState plan, in WalkRequest request) => Flush(plan);

    /// <summary>An address of those that all cases have in common, as devices of the format send it.</summary>
    public virtual Iova Place(WalkState plan, Iova common) => common;

    /// <summary>A command that covers an entry, or one of several that are needed.</summary>
    public abstract ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices);

    /// <summary>Any command.</summary>
    public abstract ValueList<Word> Command(WalkState plan, in TrailStep? step, ref Choices choices);

    /// <summary>Input addresses at the edges of the format.</summary>
    public abstract Iova Edge(WalkState plan, ref Choices choices);
}
