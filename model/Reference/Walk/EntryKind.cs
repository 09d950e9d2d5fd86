namespace IoSpec.Reference.Walk;

/// <summary>What an entry is for: by this, caches hold it and commands cover it.</summary>
public enum EntryKind
{
    /// <summary>A register that counts from the moment at which it has been programmed.</summary>
    Switch,

    /// <summary>A register that says where the first table is.</summary>
    Register,

    /// <summary>An entry that leads to the entry of a requester: root entry, stream table level 1, directory.</summary>
    Directory,

    /// <summary>The entry of a requester: context, device table entry, STE, device context.</summary>
    Requester,

    /// <summary>An entry that leads to the entry of a PASID.</summary>
    PasidDirectory,

    /// <summary>The entry of a PASID: PASID table entry, GCR3 entry, CD, process context.</summary>
    Pasid,

    /// <summary>A page table entry.</summary>
    Page,

    /// <summary>A register that says where the table of interrupts is.</summary>
    Interrupts,

    /// <summary>The entry of an interrupt.</summary>
    Interrupt,
}
