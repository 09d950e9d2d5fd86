using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>The page requests of a device: one interface for the physical function and all virtual ones.</summary>
/// <param name="node">The capability of the physical function; null if it has none.</param>
public sealed class PageInterface(CapabilityNode? node)
{
    /// <summary>The capability.</summary>
    public CapabilityNode? Node => node;

    /// <summary>Whether requests are enabled.</summary>
    public bool IsEnabled { get; private set; }

    /// <summary>Whether a failure was received since they were enabled: nothing is sent any more.</summary>
    public bool IsHalted { get; private set; }

    /// <summary>The status bit of a failure.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whether a failure was ever received.</summary>
    public bool WasFailed { get; private set; }

    /// <summary>How many requests may wait.</summary>
    public uint Allocation { get; private set; }

    /// <summary>The groups that wait for an answer, in the order of their first requests.</summary>
    public List<WaitingGroup> Waiting { get; } = [];

    /// <summary>How many requests could wait at most.</summary>
    public uint Capacity => node is null ? 0 : (uint)node.Initial[1].Value;

    /// <summary>Whether a response needs the PASID of its request.</summary>
    public bool ResponseNeedsPasid => node is not null && (node.Initial[0].Value >> 31 & 1) != 0;

    /// <summary>Whether nothing waits and nothing will come.</summary>
    public bool IsStopped => !IsEnabled && Waiting.Count == 0;

    /// <summary>Whether one more request may wait.</summary>
    public bool HasCredit
    {
        get
        {
            var sum = 0u;
            foreach (var group in Waiting) sum += group.Count;
            return sum < Allocation;
        }
    }

    /// <summary>Reads four bytes behind the header.</summary>
    /// <param name="index">Which, from 1.</param>
    public uint Read(int index) => index switch
    {
        1 => (IsEnabled ? 1u : 0) | (Failed ? 1u << 16 : 0) | (IsStopped ? 1u << 24 : 0)
            | (ResponseNeedsPasid ? 1u << 31 : 0),
        2 => Capacity,
        _ => Allocation,
    };

    /// <summary>Writes four bytes behind the header.</summary>
    /// <param name="index">Which, from 1.</param>
    /// <param name="value">The value.</param>
    /// <param name="bytes">The bits of the bytes that are written.</param>
    /// <param name="rules">The decisions.</param>
    public void Write(int index, uint value, uint bytes, PasidRules rules)
    {
        if (index == 3) Allocation = (Allocation & ~bytes) | (value & bytes);
        if (index != 1) return;
        if ((bytes & 1) != 0) Enable((value & 1) != 0, rules);
        if (rules.ClearsFailure(value, bytes)) Failed = false;
        // Reset: only if Enable is clear once this is written.
        if ((bytes & value & 2) == 0) return;
        if (rules.ResetsPages(IsEnabled)) Waiting.Clear();
        foreach (var group in Waiting) group.SawVainReset = true;
    }

    /// <summary>A function receives a failure: all of them stop.</summary>
    /// <param name="rules">The decisions.</param>
    public void Fail(PasidRules rules) => (Failed, WasFailed, IsHalted) = (true, true, rules.FailureHalts);

    /// <summary>Everything is as at the start.</summary>
    public void Reset()
    {
        (IsEnabled, IsHalted, Failed, Allocation) = (false, false, false, 0);
        Waiting.Clear();
    }

    /// <summary>The group of a function with an index.</summary>
    /// <param name="function">The function.</param>
    /// <param name="group">The index.</param>
    /// <returns>The group, or null.</returns>
    public WaitingGroup? Find(FunctionId function, PageGroup group)
    {
        foreach (var waiting in Waiting)
        {
            if (waiting.Function == function && waiting.Group == group) return waiting;
        }

        return null;
    }

    private void Enable(bool on, PasidRules rules)
    {
        if (on && !IsEnabled && rules.EnablingClears) (IsHalted, Failed) = (false, false);
        IsEnabled = on;
    }
}
