<?xml version="1.0" encoding="UTF-8"?>
<!-- 优先留用核查表：名单上逐人列合同和入职，三种优先留用的情形对着填，留用或者不留用的理由写清楚。内部留存，限知悉。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">优先留用核查表</title>
      <xsl:call-template name="number"/>
      <note id="secrecy" align="centre">（内部，限知悉）</note>
      <p id="rule">依照《中华人民共和国劳动合同法》第四十一条第二款，裁减人员时应当优先留用：（1）与公司订立较长期限的固定期限劳动合同的；（2）与公司订立无固定期限劳动合同的；（3）家庭无其他就业人员，有需要扶养的老人或者未成年人的。名单上的人逐一核对如下。</p>
      <table id="persons" columns="1.4c 2.3 2.3 4.05 4.05 2.9c 3" head="true" closed="true">
        <row><cell>序号</cell><cell>姓名</cell><cell>岗位</cell><cell>入职</cell><cell>劳动合同</cell><cell>符合哪一种</cell><cell>留用或者不留用的理由</cell></row>
        <xsl:for-each select="case/layoff/person">
          <xsl:variable name="at" select="concat('case/layoff/person[', position(), ']/@')"/>
          <row>
            <cell><xsl:value-of select="position()"/></cell>
            <cell><field path="{$at}name" as="name"/></cell>
            <cell><xsl:if test="@position"><field path="{$at}position"/></xsl:if></cell>
            <cell><xsl:if test="@hired"><field path="{$at}hired" as="date"/></xsl:if></cell>
            <cell><xsl:call-template name="person-term"><xsl:with-param name="at" select="$at"/></xsl:call-template></cell>
            <cell><xsl:choose>
              <xsl:when test="@contract='open-ended'">2是　□3</xsl:when>
              <xsl:otherwise>□1　□3　□无</xsl:otherwise>
            </xsl:choose></cell>
            <cell><xsl:if test="@reason"><field path="{$at}reason"/></xsl:if></cell>
          </row>
        </xsl:for-each>
        <xsl:if test="not(case/layoff/person)">
          <row><cell>1</cell><cell/><cell/><cell/><cell/><cell>□1　□2　□3　□无</cell><cell/></row>
          <row><cell>2</cell><cell/><cell/><cell/><cell/><cell>□1　□2　□3　□无</cell><cell/></row>
        </xsl:if>
      </table>
      <note id="how">第（3）种情形向本人了解，有证明材料的编号存档；同岗位还有别人的，写明和谁比过、按什么标准。都不符合的勾“无”。</note>
      <sign id="sign" kind="line">
        <row><cell>核查人：<blank size="9"/></cell><cell>复核：<blank size="9"/></cell><cell>日期：<blank size="8"/></cell></row>
      </sign>
    </document>
  </xsl:template>

  <!-- 合同种类和期限；记录里没有的留空，当场填。 -->
  <xsl:template name="person-term">
    <xsl:param name="at"/>
    <xsl:choose>
      <xsl:when test="@contract='open-ended'">无固定期限</xsl:when>
      <xsl:when test="@contract='fixed-term'">固定期限<xsl:if test="@contract-end">，至<field path="{$at}contract-end" as="date"/></xsl:if></xsl:when>
      <xsl:when test="@contract='task'">以完成一定工作任务为期限</xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
