using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>The attributes of the bits of the capabilities that the area knows.</summary>
/// <remarks>Source: PCI Express Base, as in Linux include/uapi/linux/pci_regs.h.</remarks>
public static class RegisterAttributes
{
    /// <summary>The bits that are not reserved, in four bytes behind the header.</summary>
    /// <param name="block">The capability.</param>
    /// <param name="index">Which four bytes, from 1.</param>
    /// <returns>A mask.</returns>
    public static uint Implemented(RegisterBlock block, int index)
    {
        var id = block.Node.Id;
        // PASID: Max PASID Width 12:8, Translated 3, Privileged 2, Execute 1; enable bits 19:16.
        if (id == Architected.Pasid && index == 1) return 0x000f_1f0e;
        // ATS: a virtual function shares queue and unit with the physical one; its fields are zero.
        if (id == Architected.Ats && index == 1) return block.IsPhysical ? 0x801f_00ff : 0x8000_00e0;
        return uint.MaxValue;
    }

    /// <summary>The bits that take what is written.</summary>
    /// <param name="block">The capability.</param>
    /// <param name="index">Which four bytes, from 1.</param>
    /// <returns>A mask.</returns>
    public static uint Writable(RegisterBlock block, int index)
    {
        var id = block.Node.Id;
        if (id == Architected.Pasid && index == 1) return ControlBits(block.Read(1)) << 16;
        if (id == Architected.Ats && index == 1) return block.IsPhysical ? 0x801f_0000 : 0x8000_0000;
        if (id == Architected.Sriov)
        {
            return index switch
            {
                2 => 0x9, // VF Enable, VF Memory Space Enable
                4 => 0xffff, // NumVFs
                8 => block.Read(7), // System Page Size: one of the supported ones
                _ => 0,
            };
        }

        return 0;
    }

    /// <summary>The bits of which nothing is known: other capabilities, and what depends on the device.</summary>
    /// <param name="block">The capability.</param>
    /// <param name="index">Which four bytes, from 1.</param>
    /// <returns>A mask.</returns>
    public static uint Open(RegisterBlock block, int index)
    {
        if (block.Node.Initial.Count == 0) return uint.MaxValue;
        if (block.Node.Id == Architected.Pasid) return 0x0008_0008;
        if (block.Node.Id != Architected.Sriov) return 0;
        return index switch
        {
            2 => 0xffff_fff6, // migration, hierarchy, tags and their status
            5 => uint.MaxValue, // offset and stride follow the number and the hierarchy
            >= 9 => uint.MaxValue, // regions of memory
            _ => 0,
        };
    }

    /// <summary>The control bits of PASIDs that a capability supports: enabling itself, execute, privileged.</summary>
    /// <param name="capability">The four bytes behind the header.</param>
    /// <returns>A mask of bits 2:0.</returns>
    public static uint ControlBits(uint capability) => 1 | (capability & 0x6);
}
