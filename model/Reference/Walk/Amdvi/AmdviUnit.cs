using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>What the extended feature register says, by the names that the specification gives its fields.</summary>
/// <param name="unit">The register.</param>
public readonly struct AmdviUnit(WalkUnit.Amdvi unit)
{
    /// <summary>Whether entries that are not present may be cached (NpCache).</summary>
    public bool CachesAbsence => unit.CachesAbsence;

    /// <summary>Whether execution can be disabled in guest tables (NXSup).</summary>
    public bool NoExecute => unit.ExtendedFeatures.Has(3);

    /// <summary>Whether devices may ask for pages (PPRSup).</summary>
    public bool PageRequests => unit.ExtendedFeatures.Has(1);

    /// <summary>Whether there are guest tables (GTSup).</summary>
    public bool GuestTables => unit.ExtendedFeatures.Has(4);

    /// <summary>Whether everything can be invalidated by one command (IASup).</summary>
    public bool InvalidatesAll => unit.ExtendedFeatures.Has(6);

    /// <summary>The most levels of host tables (HATS).</summary>
    public int HostLevels => (int)Math.Min(unit.ExtendedFeatures.Field(11, 10), 2) + 4;

    /// <summary>The most levels of guest tables (GATS).</summary>
    public int GuestLevels => (int)Math.Min(unit.ExtendedFeatures.Field(13, 12), 1) + 4;

    /// <summary>The most levels of GCR3 tables (GLXSup).</summary>
    public int Gcr3Levels => (int)Math.Min(unit.ExtendedFeatures.Field(15, 14), 2) + 1;

    /// <summary>The number of bits of a PASID (PASMax).</summary>
    public int PasidBits => (int)unit.ExtendedFeatures.Field(36, 32) + 1;

    /// <summary>Whether user and supervisor pages are told apart (USSup).</summary>
    public bool UserSupervisor => unit.ExtendedFeatures.Has(37);

    /// <summary>Whether guest tables can serve requests without a PASID (GIOSup).</summary>
    public bool GuestWithoutPasid => unit.ExtendedFeatures.Has(48);

    /// <summary>Whether host entries can be marked as used (HASup).</summary>
    public bool HostAccessed => unit.ExtendedFeatures.Has(49);

    /// <summary>Whether host entries can be marked as changed (HDSup).</summary>
    public bool HostDirty => unit.ExtendedFeatures.Has(52);
}
