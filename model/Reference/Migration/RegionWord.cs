using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>What the words of the first version of the interface mean.</summary>
public static class RegionWord
{
    /// <summary>The word of an error.</summary>
    public const RegionBits Error = RegionBits.Saving | RegionBits.Resuming;

    /// <summary>Whether a word says that the device has failed.</summary>
    public static bool IsError(RegionBits bits) => (bits & Error) == Error;

    /// <summary>Whether the device runs.</summary>
    public static bool Runs(RegionBits bits) => (bits & RegionBits.Running) != 0;

    /// <summary>Whether its state can be read out.</summary>
    public static bool Saves(RegionBits bits) => (bits & RegionBits.Saving) != 0 && !IsError(bits);

    /// <summary>Whether its state can be read out and does not change any more.</summary>
    public static bool StopsAndSaves(RegionBits bits) => Saves(bits) && !Runs(bits);

    /// <summary>Whether it loads.</summary>
    public static bool Loads(RegionBits bits) => (bits & RegionBits.Resuming) != 0 && !IsError(bits);

    /// <summary>Whether the diagram of the first version has a change; every other one was only proposed.</summary>
    /// <remarks>Source: Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, device_state.</remarks>
    public static bool IsInDiagram(RegionBits from, RegionBits to) => ((int)from, (int)to) switch
    {
        (0b001, 0b000) or (0b001, 0b010) or (0b010, 0b000) or (0b001, 0b011) or (0b011, 0b010) => true,
        (0b001, 0b100) or (0b100, 0b001) => true,
        _ => false,
    };
}
