using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>The finite state machine: which steps there are, and which of them a change consists of.</summary>
/// <remarks>
/// Source: Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, and the result of its rules in
/// drivers/vfio/vfio_main.c, vfio_mig_get_next_state: a change between saving states stays among them.
/// </remarks>
public static class StateMachine
{
    private const int Count = 8;
    private const MigrationFlags AllFlags =
        MigrationFlags.StopCopy | MigrationFlags.P2P | MigrationFlags.PreCopy;

    private static readonly StatePath[] Paths = AllPaths();

    /// <summary>The states, in the order of their numbers.</summary>
    public static ReadOnlySpan<DeviceState> States =>
    [
        DeviceState.Error, DeviceState.Stop, DeviceState.Running, DeviceState.StopCopy, DeviceState.Resuming,
        DeviceState.RunningP2P, DeviceState.PreCopy, DeviceState.PreCopyP2P,
    ];

    /// <summary>Whether a state is one of the saving group, which share a session.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True if it is.</returns>
    public static bool IsSaving(DeviceState state) =>
        state is DeviceState.PreCopy or DeviceState.PreCopyP2P or DeviceState.StopCopy;

    /// <summary>Whether a state is one of PRE_COPY's.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True if it is.</returns>
    public static bool IsPreCopy(DeviceState state) => state is DeviceState.PreCopy or DeviceState.PreCopyP2P;

    /// <summary>Whether the device runs in a state without restriction.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True if it does.</returns>
    public static bool IsRunning(DeviceState state) => state is DeviceState.Running or DeviceState.PreCopy;

    /// <summary>Whether the device runs in a state, but begins no DMA to peers.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True if it does.</returns>
    public static bool IsQuiescent(DeviceState state) =>
        state is DeviceState.RunningP2P or DeviceState.PreCopyP2P;

    /// <summary>Whether the device stands still in a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True if it does.</returns>
    public static bool IsStopped(DeviceState state) =>
        state is DeviceState.Stop or DeviceState.StopCopy or DeviceState.Resuming;

    /// <summary>Whether one step leads from a state to another.</summary>
    /// <param name="traits">What the device is.</param>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <returns>True if there is such an arc.</returns>
    public static bool HasArc(MigrationTraits traits, DeviceState from, DeviceState to)
    {
        if (!traits.Has(from) || !traits.Has(to)) return false;
        var viaP2P = traits.Has(DeviceState.RunningP2P);
        return (from, to) switch
        {
            (DeviceState.Running, DeviceState.Stop) or (DeviceState.Stop, DeviceState.Running) => !viaP2P,
            (DeviceState.PreCopy, DeviceState.StopCopy) => !viaP2P,
            (DeviceState.Running, DeviceState.RunningP2P) or (DeviceState.RunningP2P, DeviceState.Running) => true,
            (DeviceState.RunningP2P, DeviceState.Stop) or (DeviceState.Stop, DeviceState.RunningP2P) => true,
            (DeviceState.Stop, DeviceState.StopCopy) or (DeviceState.StopCopy, DeviceState.Stop) => true,
            (DeviceState.Stop, DeviceState.Resuming) or (DeviceState.Resuming, DeviceState.Stop) => true,
            (DeviceState.Running, DeviceState.PreCopy) or (DeviceState.PreCopy, DeviceState.Running) => true,
            (DeviceState.PreCopy, DeviceState.PreCopyP2P) or (DeviceState.PreCopyP2P, DeviceState.PreCopy) => true,
            (DeviceState.RunningP2P, DeviceState.PreCopyP2P) => true,
            (DeviceState.PreCopyP2P, DeviceState.RunningP2P) => true,
            (DeviceState.PreCopyP2P, DeviceState.StopCopy) => true,
            _ => false,
        };
    }

    /// <summary>The states that a change passes.</summary>
    /// <param name="traits">What the device is.</param>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state that was asked for.</param>
    /// <returns>The path; none if the change is refused.</returns>
    public static StatePath Path(MigrationTraits traits, DeviceState from, DeviceState to) =>
        (uint)from < Count && (uint)to < Count ? Paths[Index(traits.Flags, from, to)] : default;

    private static int Index(MigrationFlags flags, DeviceState from, DeviceState to) =>
        (((((int)flags & (int)AllFlags) * Count) + (int)from) * Count) + (int)to;

    // The states that a device has are all that a path depends on.
    private static StatePath[] AllPaths()
    {
        var paths = new StatePath[((int)AllFlags + 1) * Count * Count];
        for (var flags = MigrationFlags.None; flags <= AllFlags; flags++)
        {
            var traits = GroupTraits.Of(flags);
            foreach (var from in States)
            {
                foreach (var to in States) paths[Index(flags, from, to)] = Find(traits, from, to);
            }
        }

        return paths;
    }

    private static StatePath Find(MigrationTraits traits, DeviceState from, DeviceState to)
    {
        // 1. ERROR cannot be asked for and is left by a reset only; what was not offered cannot be asked for.
        if (from == DeviceState.Error || to == DeviceState.Error) return default;
        if (!traits.Has(from) || !traits.Has(to)) return default;

        // 2. A change to the state that is there has no steps.
        if (from == to) return new StatePath(from);

        // 3. STOP_COPY does not go back to PRE_COPY.
        if (from == DeviceState.StopCopy && IsPreCopy(to)) return default;

        // 4. The shortest path, of which no saving state is in the interior, unless all of it are saving states.
        return Shortest(traits, from, to, within: IsSaving(from) && IsSaving(to));
    }

    private static StatePath Shortest(MigrationTraits traits, DeviceState from, DeviceState to, bool within)
    {
        Span<DeviceState> next = stackalloc DeviceState[Count];
        Span<DeviceState> queue = stackalloc DeviceState[Count];
        var (read, written, seen) = (0, 0, 1 << (int)to);
        queue[written++] = to;
        while (read < written)
        {
            // Backwards from the end, so that following what was found leads forwards.
            var at = queue[read++];
            foreach (var before in States)
            {
                if ((seen >> (int)before & 1) != 0 || !HasArc(traits, before, at)) continue;
                if (before != from && IsSaving(before) != within) continue;
                next[(int)before] = at;
                if (before == from) return Follow(next, from, to);
                seen |= 1 << (int)before;
                queue[written++] = before;
            }
        }

        return default;
    }

    private static StatePath Follow(ReadOnlySpan<DeviceState> next, DeviceState from, DeviceState to)
    {
        var path = new StatePath(from);
        for (var at = from; at != to; path.Add(at)) at = next[(int)at];
        return path;
    }
}
