using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>One function: its hardware, what its guest sees of it, and what is attached to it.</summary>
public sealed class FunctionState
{
    private const int NoPasid = -1;

    /// <summary>The function at the start of a case.</summary>
    /// <param name="id">Which it is.</param>
    /// <param name="shape">The hardware.</param>
    public FunctionState(FunctionId id, FunctionShape shape)
    {
        (Id, Shape) = (id, shape);
        foreach (var node in shape.Chain) Blocks.Add(new RegisterBlock(node, IsPhysical));
        foreach (var hidden in shape.Hidden) Hidden[hidden.At.Value] = (uint)hidden.Value.Value;
    }

    /// <summary>Which it is.</summary>
    public FunctionId Id { get; }

    /// <summary>The hardware.</summary>
    public FunctionShape Shape { get; }

    /// <summary>Whether it is the physical function.</summary>
    public bool IsPhysical => Id.Value == 0;

    /// <summary>The capabilities of the hardware.</summary>
    public List<RegisterBlock> Blocks { get; } = [];

    /// <summary>The registers of the hardware that no capability tells of, by their offsets.</summary>
    public SortedDictionary<int, uint> Hidden { get; } = [];

    /// <summary>Whether a guest has it.</summary>
    public bool IsAssigned { get; set; }

    /// <summary>The chain that the guest finds.</summary>
    public List<ChainEntry> Guest { get; } = [];

    /// <summary>Where the guest finds the PASID capability.</summary>
    public int? PasidAt { get; set; }

    /// <summary>What the guest finds in it: four bytes, of which the control bits are kept apart.</summary>
    public uint PasidCapability { get; set; }

    /// <summary>The control bits as the guest wrote them.</summary>
    public uint Control { get; set; }

    /// <summary>The settings of the control bits that may still be in use: bit n for the setting n.</summary>
    public uint LiveControls { get; set; } = 1;

    /// <summary>Where the guest finds the page request capability.</summary>
    public int? PagesAt { get; set; }

    /// <summary>What the guest finds in it.</summary>
    public GuestPages Pages { get; } = new();

    /// <summary>What may be in use for a PASID, the present one last; null for nothing.</summary>
    public SortedDictionary<int, List<Binding?>> Attached { get; } = [];

    /// <summary>The PASIDs that had something attached before the function was reset.</summary>
    public SortedSet<int> Retracted { get; } = [];

    /// <summary>The settings that an invalidation put out of use, for the sake of blame.</summary>
    public uint FormerControls { get; private set; }

    /// <summary>What an invalidation put out of use, by PASID, for the sake of blame.</summary>
    public SortedDictionary<int, Binding?> FormerBindings { get; } = [];

    /// <summary>What has happened to the registers, for the sake of blame.</summary>
    public ConfigHistory History { get; } = new();

    /// <summary>Whether requests of the function for pages reach the guest.</summary>
    public bool TakesPages => IsAssigned && PagesAt is not null && Pages.IsEnabled && !Pages.Failed;

    /// <summary>The capability of the hardware with an id, or null.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The capability.</returns>
    public RegisterBlock? Block(CapabilityId id)
    {
        foreach (var block in Blocks)
        {
            if (block.Node.Id == id) return block;
        }

        return null;
    }

    /// <summary>The capability of the hardware that has a byte, or null.</summary>
    /// <param name="at">The offset of the byte.</param>
    /// <returns>The capability.</returns>
    public RegisterBlock? BlockAt(int at)
    {
        foreach (var block in Blocks)
        {
            if (at >= block.At && at < block.At + block.Node.Length) return block;
        }

        return null;
    }

    /// <summary>What is attached to a PASID now, or null.</summary>
    /// <param name="pasid">The PASID, if any.</param>
    /// <returns>What is attached.</returns>
    public Binding? Bound(Pasid? pasid) => Attached.TryGetValue(KeyOf(pasid), out var versions) ? versions[^1] : null;

    /// <summary>What may be in use for a PASID: the present last.</summary>
    /// <param name="pasid">The PASID, if any.</param>
    /// <returns>The versions; empty if there was never anything.</returns>
    public IReadOnlyList<Binding?> Versions(Pasid? pasid) =>
        Attached.TryGetValue(KeyOf(pasid), out var versions) ? versions : [];

    /// <summary>Attaches something, or nothing.</summary>
    /// <param name="pasid">To which PASID, if any.</param>
    /// <param name="binding">What.</param>
    public void Attach(Pasid? pasid, Binding? binding)
    {
        var key = KeyOf(pasid);
        if (!Attached.TryGetValue(key, out var versions)) Attached[key] = versions = [null];
        versions.Remove(binding);
        versions.Add(binding);
        Retracted.Remove(key);
    }

    /// <summary>Sets the control bits.</summary>
    /// <param name="control">The bits.</param>
    public void SetControl(uint control)
    {
        Control = control;
        LiveControls |= 1u << (int)control;
    }

    /// <summary>What was in use and is no longer set is not in use any more.</summary>
    public void Settle()
    {
        FormerControls = LiveControls & ~(1u << (int)Control);
        LiveControls = 1u << (int)Control;
        FormerBindings.Clear();
        foreach (var (key, versions) in Attached)
        {
            if (versions.Count > 1 && versions[^2] is { } former) FormerBindings[key] = former;
            versions.RemoveRange(0, versions.Count - 1);
        }
    }

    /// <summary>The settings and bindings of a PASID, at least one of which an invalidation put out of use.</summary>
    /// <param name="pasid">The PASID, if any.</param>
    /// <returns>Settings with bindings.</returns>
    public IEnumerable<(uint Control, Binding? Binding)> FormerOf(Pasid? pasid)
    {
        var (bound, former) = (Bound(pasid), FormerBindings.GetValueOrDefault(KeyOf(pasid)));
        if (FormerControls == 0 && former is null) yield break;
        for (var control = 0u; control < 8; control++)
        {
            var isFormer = (FormerControls >> (int)control & 1) != 0;
            if (isFormer) yield return (control, bound);
            if (former is not null && (isFormer || control == Control)) yield return (control, former);
        }
    }

    /// <summary>Whether a PASID had something before a reset.</summary>
    /// <param name="pasid">The PASID, if any.</param>
    /// <returns>True if it had.</returns>
    public bool WasRetracted(Pasid? pasid) => Retracted.Contains(KeyOf(pasid));

    /// <summary>Nothing is attached any more, and nothing that the guest set is left.</summary>
    public void Clear()
    {
        foreach (var (key, versions) in Attached)
        {
            if (versions[^1] is not null) Retracted.Add(key);
        }

        Attached.Clear();
        FormerBindings.Clear();
        FormerControls = 0;
        (Control, LiveControls) = (0, 1);
        Pages.Reset();
        History.Reset();
    }

    private static int KeyOf(Pasid? pasid) => pasid is { } some ? (int)some.Value : NoPasid;
}
