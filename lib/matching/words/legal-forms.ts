import { words } from './words';

/** Legal forms, folded and without dots. They say nothing about which company is meant. */
export const legalForms = words(`
  inc incorporated corp corporation co company companies llc lc ltd limited llp lllp lp plc pllc pc pa psc
  apc pllp unlimited ulc cic cio lda ltda eireli ltee limitee enr senc inc
  gmbh mbh ggmbh ag kg kgaa ohg gbr ug ev eg ek mbb partg se haftungsbeschrankt
  sa sas sasu sarl eurl snc scs sca sprl bvba cvba asbl
  bv nv vof cv stichting
  srl spa sapa snc sl slu sll sau sac saic sadecv srldecv
  ab aktiebolag oy oyj as asa aps ans a/s ehf hf
  pty proprietary kk gk yk bhd sdn pte pvt tbk jsc pjsc ooo oao zao doo dd ad eood ood kft zrt rt sro zoo sp
`);

/** Degrees and titles behind or before a person's name. */
export const titles = words(`
  dds dmd md mds do dpm od dc dvm vmd phd rn np esq jd pe cfp mr mrs ms prof dr doctor
`);
