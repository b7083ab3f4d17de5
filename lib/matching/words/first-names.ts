import { words } from './words';

/** Given names: "Law Offices of Maria Gonzalez" goes by "Gonzalez Law". */
export const firstNames = words(`
  aaron adam adrian alan albert alejandro alex alexander alice alicia allison amanda amber amy ana andrea andrew angela anita
  ann anna anne anthony antonio arthur ashley barbara benjamin beth betty beverly bill bob bonnie bradley brandon brenda brian
  bruce bryan carl carla carlos carol caroline catherine charles charlotte cheryl chris christian christina christine christopher
  cindy claudia craig cynthia dan daniel david deborah debra dennis diana diane don donald donna dorothy douglas edward
  elena elizabeth ellen emily emma eric erica erik ernest eugene evelyn felix fernando frank fred gabriel gary george gerald
  gina gloria greg gregory hannah harold heather heidi helen henry howard ian isaac isabel jack jacob jacqueline james jan jane janet
  janice jason javier jean jeff jeffrey jennifer jeremy jerry jessica jill jim joan joe joel johannes john jonathan jorge jose
  joseph joshua joyce juan judith judy julia julie karen karl katherine kathleen kathy keith kelly kenneth kevin kim
  kimberly klaus larry laura lauren lawrence leslie linda lisa louis lucas luis marc marcus margaret maria marie mario mark martha
  martin mary matthew megan melissa michael michelle miguel mike mohammed monica nancy natalie nathan nicholas nicole
  olivia pamela patricia patrick paul pedro peter philip phillip priya rachel ralph ramon raymond rebecca ricardo richard robert
  robin roger ronald rosa rose roy russell ruth ryan samantha samuel sandra sara sarah scott sean sharon sheila shirley sofia
  sophia stefan stephanie stephen steve steven susan suzanne teresa terry theresa thomas tim timothy tina todd tom tony tracy
  valerie vanessa victor victoria vincent virginia denise diego dylan ethan hector jesus josh kyle kristen lori luke marie matt maureen melanie naomi nick
  noah oscar pam pete ray rick rita ron ruben sam sergio stacy stan stella steph tara ted travis tyler vera wade
  walter wayne wendy werner wilhelm william wolfgang yolanda
`);
